import { useEffect, useRef } from 'preact/hooks';

/** A picture that was asked for with a token, which an image of a page cannot send: so it is drawn, upright. */
export function Drawn({ picture, alt }: { picture: Blob; alt: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    createImageBitmap(picture).then(
      (bitmap) => isWanted && canvas.current && draw(bitmap, canvas.current),
      // a part of a picture is none
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [picture]);
  return <canvas ref={canvas} role="img" aria-label={alt} />;
}

function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
