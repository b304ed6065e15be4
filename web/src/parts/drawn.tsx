import { useEffect, useRef } from 'preact/hooks';

/** px */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface DrawnProps {
  readonly picture: Blob;
  readonly alt: string;
  /** Told when it is drawn, and what size it has; none, of what is no whole picture. */
  readonly onDrawn?: (size?: Size) => void;
}

/** A picture that was asked for with a token, which an image of a page cannot send: so it is drawn, upright. */
export function Drawn({ picture, alt, onDrawn }: DrawnProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    const drawing = createImageBitmap(picture).then(
      (bitmap) => {
        const size = isWanted && canvas.current ? draw(bitmap, canvas.current) : undefined;
        // it may be of megabytes
        bitmap.close();
        return size;
      },
      // a part of a picture is none
      () => undefined,
    );
    void drawing.then((size) => isWanted && onDrawn?.(size));
    return () => {
      isWanted = false;
    };
  }, [picture]);
  // without a size until there is a picture
  return <canvas ref={canvas} width={0} height={0} role="img" aria-label={alt} />;
}

function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement): Size {
  const { width, height } = bitmap;
  // a canvas whose size is set, to the same even, is made anew
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return { width, height };
}
