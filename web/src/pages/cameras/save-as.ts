/** Has the browser save what the page has as a file. */
export function saveAs(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // the browser has taken hold of it when this has run
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
