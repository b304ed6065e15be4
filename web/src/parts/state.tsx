import './state.css';
/** Whether something can be used, in the words of ETSI GS MEC 011; the colour only repeats them. */
export function State({ state }: { state: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' }) {
  return <span class={`state ${state.toLowerCase()}`}>{state}</span>;
}
