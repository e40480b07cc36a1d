import type { ReactNode } from 'react';
import type { Mark } from './api';

/** Text with marked words. React escapes the pieces, so nothing that a slide says becomes markup. */
export function MarkedText({ text, marks }: { text: string; marks: Mark[] }) {
  const pieces: ReactNode[] = [];
  let position = 0;
  for (const { start, length } of marks) {
    pieces.push(text.slice(position, start), <mark key={start}>{text.slice(start, start + length)}</mark>);
    position = start + length;
  }
  pieces.push(text.slice(position));
  return pieces;
}
