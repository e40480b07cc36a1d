import { useCallback, useEffect, useState } from 'react';
import { search, type Filters, type Hit, type SearchPage } from './api';

const typingPause = 150;

export interface SearchState {
  page?: SearchPage;
  hits: Hit[];
  loading: boolean;
  error?: string;
  loadMore: () => void;
  refresh: () => void;
}

/** Searches while the user types: waits for a pause, and drops answers that came too late. */
export function useSearch(words: string, filters: Filters): SearchState {
  const [page, setPage] = useState<SearchPage>();
  const [hits, setHits] = useState<Hit[]>([]);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<string>();
  const [offset, setOffset] = useState(0);
  const [round, setRound] = useState(0);

  const question = JSON.stringify([words, filters, round]);
  const [asked, setAsked] = useState(question);
  if (asked !== question) {
    setAsked(question);
    setOffset(0);
  }

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      setLoading(true);
      try {
        const found = await search(words, filters, offset, abort.signal);
        setPage(found);
        setHits((before) => (offset === 0 ? found.hits : [...before.slice(0, offset), ...found.hits]));
        setError(undefined);
        setLoading(false);
      } catch (failure) {
        if (!abort.signal.aborted) {
          setError(failure instanceof Error ? failure.message : String(failure));
          setLoading(false);
        }
      }
    }, typingPause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // `question` stands for words, filters and round.
  }, [question, offset]);

  const loadMore = useCallback(() => setOffset(hits.length), [hits.length]);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  return { page, hits, loading, error, loadMore, refresh };
}
