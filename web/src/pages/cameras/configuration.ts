import { useEffect, useState } from 'preact/hooks';
import { camera } from '../../api.js';
import { draftOf } from '../../drafts.js';
import { type Asked, useAsked } from '../../parts/asked.js';
import { type Sending, useSending } from '../../parts/sending.js';
import { type Tagged, taggedOf } from '../../tagged.js';
import type { Configuration } from './places.js';

interface Draft {
  readonly configuration: Configuration;
  /** What it was made of. */
  readonly of: Tagged<Configuration>;
}

/** A camera's configuration as it is, and as somebody is about to have it. */
export interface Editing {
  readonly asked: Asked<unknown>;
  /** What the gateway has; undefined until it says so. */
  readonly present: Configuration | undefined;
  /** What is on the screen: what was drawn and not saved yet, else what the gateway has. */
  readonly shown: Configuration | undefined;
  readonly isChanged: boolean;
  /** Whether somebody else has saved since this was begun. */
  readonly isOvertaken: boolean;
  readonly sending: Sending;
  readonly change: (next: Configuration) => void;
  /** Has it so, unless somebody else has changed it since. */
  readonly save: () => void;
  /** Has it so whatever somebody else has changed. */
  readonly saveOver: () => void;
  readonly drop: () => void;
}

export function useConfiguration(cameraId: string): Editing {
  const path = { cameraId };
  const draft = draftOf<Draft | undefined>(`camera-configuration/${cameraId}`, undefined);
  const [present, setPresent] = useState<Tagged<Configuration>>();
  const asked = useAsked(() => taggedOf(camera.GET('/cameras/{cameraId}/configuration', { params: { path } })), [cameraId]);
  const sending = useSending();
  useEffect(() => setPresent(asked.value), [asked.value]);
  const drop = () => {
    draft.value = undefined;
  };
  const put = async (etag: string | undefined) => {
    const sent = draft.value;
    if (!sent || etag === undefined) return;
    const body = sent.configuration;
    const header = { 'If-Match': etag };
    const exchange = () => camera.PUT('/cameras/{cameraId}/configuration', { params: { path, header }, body });
    let saved: Tagged<Configuration> | undefined;
    const isDone = await sending.send(async () => setPresent((saved = await taggedOf(exchange()))));
    // what it is now is looked at before anything is decided
    if (!isDone) asked.again();
    else if (draft.value === sent) drop();
    // what was drawn meanwhile goes on from what was saved
    else if (draft.value && saved) draft.value = { ...draft.value, of: saved };
  };
  return {
    asked,
    present: present?.value,
    shown: draft.value?.configuration ?? present?.value,
    isChanged: draft.value !== undefined,
    isOvertaken: draft.value !== undefined && present !== undefined && !isSame(draft.value.of.value, present.value),
    sending,
    change: (configuration) => {
      const of = draft.value?.of ?? present;
      if (!of) return;
      if (isSame(configuration, of.value)) drop();
      else draft.value = { configuration, of };
    },
    save: () => void put(draft.value?.of.etag),
    saveOver: () => void put(present?.etag),
    drop,
  };
}

/** By content: what comes compressed has another tag. */
function isSame(one: Configuration, other: Configuration): boolean {
  const [said, also] = [one, other].map(({ masks = [], regions = [], motion, timeLapse, recording }) =>
    JSON.stringify([masks, regions, motion, timeLapse, recording]),
  );
  return said === also;
}
