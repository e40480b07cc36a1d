// What the application answers, as its records say it in C#.

export type FacetName = 'startup' | 'deck' | 'section';

export interface Mark {
  start: number;
  length: number;
}

export interface Hit {
  startup: string;
  deck: string;
  section: string;
  number: number;
  image: string;
  title: string;
  snippet: { text: string; marks: Mark[] };
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchPage {
  total: number;
  hits: Hit[];
  facets: Record<FacetName, FacetCount[]>;
}

export interface Slide {
  startup: string;
  deck: string;
  section: string;
  number: number;
  image: string;
  text: string;
  digest: string;
}

export interface UploadReceipt {
  digest: string;
  ready: boolean;
}

export type Filters = Record<FacetName, string[]>;

export const pageSize = 24;

export const imageUrl = (path: string) => `/slides/${path}`;

const slideUrl = (deck: string, number: number) => `/decks/${encodeURIComponent(deck)}/slides/${number}`;

export async function search(words: string, filters: Filters, offset: number, signal: AbortSignal): Promise<SearchPage> {
  const parameters = new URLSearchParams({ q: words, offset: String(offset), limit: String(pageSize) });
  for (const [facet, values] of Object.entries(filters)) {
    values.forEach((value) => parameters.append(facet, value));
  }
  return answer(await fetch(`/search?${parameters}`, { signal }));
}

export async function fetchSlide(deck: string, number: number, signal?: AbortSignal): Promise<Slide | undefined> {
  const response = await fetch(slideUrl(deck, number), { signal });
  return response.status === 404 ? undefined : answer(response);
}

export async function upload(file: File, deck: string, number: number, startup: string, section: string): Promise<UploadReceipt> {
  const facets = new URLSearchParams({ startup, section });
  return answer(await fetch(`${slideUrl(deck, number)}?${facets}`, { method: 'POST', body: file }));
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) {
    return (await response.json()) as T;
  }
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
  throw new Error(problem.detail ?? problem.title ?? `The server answered ${response.status}.`);
}
