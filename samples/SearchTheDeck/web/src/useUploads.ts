import { useCallback, useRef, useState } from 'react';
import { fetchSlide, upload } from './api';

export interface Upload {
  id: number;
  name: string;
  state: 'waiting' | 'sending' | 'reading' | 'ready' | 'failed';
  error?: string;
}

const pollPause = 700;
const sendersAtOnce = 3;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lower case and hyphens, as the application wants the names of decks. */
const slug = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'deck';

/** Sends pictures a few at a time and follows each until its words can be found. */
export function useUploads(onReady: () => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const ids = useRef(0);

  const change = useCallback(
    (id: number, to: Partial<Upload>) => setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one))),
    [],
  );

  const follow = useCallback(
    async (id: number, deck: string, number: number, digest: string) => {
      change(id, { state: 'reading' });
      while ((await fetchSlide(deck, number))?.digest !== digest) {
        await pause(pollPause);
      }
      change(id, { state: 'ready' });
      onReady();
    },
    [change, onReady],
  );

  const add = useCallback(
    (files: File[], startup: string, section: string, first: number) => {
      const deck = slug(startup);
      const waiting = files.map((file, index) => ({ id: ids.current++, file, number: first + index }));
      const shown = waiting.map(({ id, file }): Upload => ({ id, name: file.name, state: 'waiting' }));
      setUploads((before) => [...shown, ...before]);

      const fail = (id: number, failure: unknown) =>
        change(id, { state: 'failed', error: failure instanceof Error ? failure.message : String(failure) });
      const sendOneAfterTheOther = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { id, file, number } = next;
          try {
            change(id, { state: 'sending' });
            const receipt = await upload(file, deck, number, startup, section);
            follow(id, deck, number, receipt.digest).catch((failure) => fail(id, failure));
          } catch (failure) {
            fail(id, failure);
          }
        }
      };
      Array.from({ length: sendersAtOnce }, sendOneAfterTheOther);
    },
    [change, follow],
  );

  return { uploads, add };
}
