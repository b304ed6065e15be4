import type { components, operations } from '../../../../generated/access.js';
import { access } from '../../api.js';
import { choiceOf, dropDraft } from '../../drafts.js';
import { Shown } from '../../parts/asked.js';
import { Moment } from '../../parts/moment.js';
import { More, usePaged } from '../../parts/paged.js';
import { Table } from '../../parts/table.js';
import { texts } from '../../texts/index.js';
import './audit.css';
import { Verification } from './verification.js';
import { WhatInput } from './what-input.js';

type Entry = components['schemas']['AuditEntry'];
type Query = NonNullable<operations['Audit_GET']['parameters']['query']>;

/** As it stands in the fields; what is empty does not count. */
interface Filter {
  readonly what: string;
  /** A path. */
  readonly target: string;
  readonly client: string;
  readonly outcome: string;
  /** Where whoever looks is, as the field has it. */
  readonly from: string;
  readonly to: string;
}

const ALL: Filter = { what: '', target: '', client: '', outcome: '', from: '', to: '' };
const TYPED = 'audit-filter';
const ASKED = 'audit-asked';

/** Who did what, with which outcome. */
export function Audit() {
  const wanted = choiceOf<Filter>(ASKED, ALL);
  const query = queryOf(wanted.value);
  const listed = usePaged((page) => access.GET('/audit', { params: { query: { ...query, ...page } } }), [wanted.value]);
  return (
    <>
      <p>{texts.audit.about}</p>
      <FilterForm seen={listed.value} onShow={(filter) => (wanted.value = { ...filter })} />
      <div class="audit">
        <Shown asked={listed}>{(entries) => <Entries entries={entries} />}</Shown>
      </div>
      <More of={listed} />
      <Verification />
    </>
  );
}

function queryOf({ what, target, client, outcome, from, to }: Filter): Query {
  return {
    ...(what !== '' && { what }),
    ...(target !== '' && { target }),
    ...(client !== '' && { client }),
    ...(outcome !== '' && { outcome: Number(outcome) }),
    ...(from !== '' && { from: new Date(from).toISOString() }),
    ...(to !== '' && { to: new Date(to).toISOString() }),
  };
}

interface Shows {
  readonly onShow: (filter: Filter) => void;
  /** Out of which something can be suggested. */
  readonly seen: readonly Entry[] | undefined;
}

function FilterForm({ onShow, seen = [] }: Shows) {
  const typed = choiceOf<Filter>(TYPED, ALL);
  const { filter, from, to, what, target, client, outcome, show, showAll } = texts.audit;
  const field = (name: keyof Filter) => ({
    name,
    value: typed.value[name],
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      (typed.value = { ...typed.value, [name]: currentTarget.value }),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    onShow(typed.value);
  };
  const all = () => {
    dropDraft(TYPED);
    onShow(ALL);
  };
  return (
    <form class="filter" aria-label={filter} autocomplete="off" onSubmit={submit}>
      <label>
        {what} <WhatInput {...field('what')} seen={seen} />
      </label>
      <label>
        {target} <input {...field('target')} maxLength={256} />
      </label>
      <label>
        {client} <input {...field('client')} maxLength={64} />
      </label>
      <label>
        {outcome} <input {...field('outcome')} type="number" min={100} max={599} />
      </label>
      <label>
        {from} <input {...field('from')} type="datetime-local" max="9999-12-31T23:59" />
      </label>
      <label>
        {to} <input {...field('to')} type="datetime-local" max="9999-12-31T23:59" />
      </label>
      <button type="submit">{show}</button>
      <button type="button" onClick={all}>
        {showAll}
      </button>
    </form>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { entries: caption, columns, none, of, times } = texts.audit;
  return (
    <Table
      {...{ caption, columns, none, rows: entries }}
      keyOf={({ number }) => number}
      cells={({ time, what, client, tenant, target, from, outcome, count }) => [
        <Moment time={time} />,
        what,
        client !== undefined && tenant !== undefined ? of(client, tenant) : client,
        target,
        from,
        count === undefined ? outcome : times(outcome ?? '', count),
      ]}
    />
  );
}
