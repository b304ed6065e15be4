import type { ComponentProps } from 'preact';

interface Pressed extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** Whether it does nothing when it is pressed, as while what it asked for is under way. */
  readonly isOff: boolean;
}

/** A button that does nothing for a while. The keyboard stays on it meanwhile, where a browser would take it from one that is `disabled`. */
export function Button({ isOff, onClick, ...others }: Pressed) {
  const press: typeof onClick = (event) => {
    // nor does Enter in a field send the form
    if (isOff) event.preventDefault();
    else onClick?.(event);
  };
  return <button type="button" {...others} aria-disabled={isOff} onClick={press} />;
}
