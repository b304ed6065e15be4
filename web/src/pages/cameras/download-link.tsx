import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface DownloadLinkProps {
  readonly content: Blob;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** What the page has already, to be saved as a file. */
export function DownloadLink({ content, name, children }: DownloadLinkProps) {
  const [href, setHref] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setHref(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return (
    <a class="camera-download" href={href} download={name}>
      {children}
    </a>
  );
}
