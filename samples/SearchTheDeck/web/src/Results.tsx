import { imageUrl } from './api';
import { MarkedText } from './MarkedText';
import type { SearchState } from './useSearch';

interface Props {
  words: string;
  filtered: boolean;
  state: SearchState;
  onOpen: (index: number) => void;
  onUpload: () => void;
}

export function Results({ words, filtered, state, onOpen, onUpload }: Props) {
  const { page, hits, loading, error } = state;
  return (
    <>
      <p className="status" role="status">
        {error ? '' : !page ? 'Loading…' : `${page.total.toLocaleString()} ${page.total === 1 ? 'slide' : 'slides'}${loading ? ' …' : ''}`}
      </p>
      {error && (
        <div className="notice error" role="alert">
          <h2>The search did not work</h2>
          <p>{error}</p>
          <button type="button" onClick={state.refresh}>
            Try again
          </button>
        </div>
      )}
      {!error && page?.total === 0 && <Nothing asked={words.trim() !== '' || filtered} onUpload={onUpload} />}
      <ul className="hits" aria-label="Slides" aria-busy={loading}>
        {hits.map((hit, index) => (
          <li key={`${hit.deck}/${hit.number}`}>
            <button type="button" className="card" onClick={() => onOpen(index)}>
              <img src={imageUrl(hit.image)} alt="" loading="lazy" />
              <span className="card-text">
                <span className="card-title">{hit.title}</span>
                <span className="card-snippet">
                  <MarkedText {...hit.snippet} />
                </span>
                <span className="tags">
                  <span className="tag">{hit.startup}</span>
                  <span className="tag">{hit.section}</span>
                  <span className="tag number">Slide {hit.number}</span>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {page && hits.length < page.total && !error && (
        <button type="button" className="more" disabled={loading} onClick={state.loadMore}>
          Show more
        </button>
      )}
    </>
  );
}

function Nothing({ asked, onUpload }: { asked: boolean; onUpload: () => void }) {
  return asked ? (
    <div className="notice">
      <h2>No slide says that</h2>
      <p>Every word must be on the slide. Try fewer words, or clear the filters.</p>
    </div>
  ) : (
    <div className="notice">
      <h2>No slides yet</h2>
      <p>Upload pictures of slides. They can be found by their words a few seconds later.</p>
      <button type="button" className="primary" onClick={onUpload}>
        Upload slides
      </button>
    </div>
  );
}
