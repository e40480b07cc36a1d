import { useCallback, useEffect, useRef, useState } from 'react';
import type { FacetName, Filters } from './api';
import { FacetPanel } from './FacetPanel';
import { Results } from './Results';
import { SlideView } from './SlideView';
import { UploadPanel } from './UploadPanel';
import { useSearch } from './useSearch';

const noFilters: Filters = { startup: [], deck: [], section: [] };

export function App() {
  const [words, setWords] = useState('');
  const [filters, setFilters] = useState(noFilters);
  const [open, setOpen] = useState<number>();
  const [uploading, setUploading] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const state = useSearch(words, filters);
  const filtered = Object.values(filters).some((values) => values.length > 0);

  // "/" leads to the search box, as on many sites.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key === '/' && !typing) {
        event.preventDefault();
        searchBox.current?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const toggle = (facet: FacetName, value: string) =>
    setFilters((before) => ({
      ...before,
      [facet]: before[facet].includes(value) ? before[facet].filter((other) => other !== value) : [...before[facet], value],
    }));

  const closeSlide = useCallback(() => setOpen(undefined), []);

  return (
    <>
      <header className="top">
        <h1>
          Search <span>the Deck</span>
        </h1>
        <search>
          <label className="visually-hidden" htmlFor="words">
            Search slides
          </label>
          <input
            id="words"
            ref={searchBox}
            type="search"
            autoFocus
            autoComplete="off"
            placeholder="Words on a slide, a startup, a section"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </search>
        <button type="button" className="primary" aria-expanded={uploading} onClick={() => setUploading(!uploading)}>
          {uploading ? 'Close upload' : 'Upload slides'}
        </button>
      </header>

      {uploading && <UploadPanel onReady={state.refresh} />}

      <div className="layout">
        <aside aria-label="Filters">
          <FacetPanel facets={state.page?.facets} filters={filters} onToggle={toggle} />
          {filtered && (
            <button type="button" className="quiet" onClick={() => setFilters(noFilters)}>
              Clear filters
            </button>
          )}
        </aside>
        <main>
          <Results words={words} filtered={filtered} state={state} onOpen={setOpen} onUpload={() => setUploading(true)} />
        </main>
      </div>

      {open !== undefined && state.hits[open] && (
        <SlideView
          hit={state.hits[open]}
          onClose={closeSlide}
          onPrevious={open > 0 ? () => setOpen(open - 1) : undefined}
          onNext={open < state.hits.length - 1 ? () => setOpen(open + 1) : undefined}
        />
      )}
    </>
  );
}
