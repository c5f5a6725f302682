/** How a message is made. */
import { VFileMessage } from 'vfile-message';
import type { Place } from '../domain/text.js';

declare module 'vfile-message' {
  interface VFileMessage {
    /** Its line holds a registered name, or it speaks of one: the line is not printed, and no report holds the message. */
    isPrivate?: boolean;
  }
}

export function withEnd({ position }: Place) {
  return { start: { ...position.start }, end: { ...position.end } };
}

export function messageAt(place: Place): VFileMessage {
  const message = new VFileMessage('The other place', { place: withEnd(place) });
  message.file = place.path;
  return message;
}

/** The order in which messages of a file stand. */
export function byPlace(a: VFileMessage, b: VFileMessage): number {
  const order = (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  return order || (a.reason < b.reason ? -1 : 1);
}
