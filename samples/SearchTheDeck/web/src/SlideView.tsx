import { useEffect, useRef, useState } from 'react';
import { fetchSlide, imageUrl, type Hit, type Slide } from './api';

interface Props {
  hit: Hit;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}

/** A slide at full size. The arrow keys lead on, Escape closes. */
export function SlideView({ hit, onClose, onPrevious, onNext }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [slide, setSlide] = useState<Slide>();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    setSlide(undefined);
    fetchSlide(hit.deck, hit.number, abort.signal).then(setSlide, () => undefined);
    return () => abort.abort();
  }, [hit.deck, hit.number]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowLeft') onPrevious?.();
      if (event.key === 'ArrowRight') onNext?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onPrevious, onNext]);

  return (
    <dialog ref={dialog} className="slide" aria-labelledby="slide-title" onClose={onClose}>
      <div className="slide-bar">
        <h2 id="slide-title">{hit.title}</h2>
        <button type="button" aria-label="Previous slide" disabled={!onPrevious} onClick={onPrevious}>
          ←
        </button>
        <button type="button" aria-label="Next slide" disabled={!onNext} onClick={onNext}>
          →
        </button>
        <button type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
          ✕
        </button>
      </div>
      <div className="slide-body">
        <img src={imageUrl(hit.image)} alt={`Slide ${hit.number} of ${hit.deck}: ${hit.title}`} />
        <div className="slide-facts">
          <dl>
            <dt>Startup</dt>
            <dd>{hit.startup}</dd>
            <dt>Deck</dt>
            <dd>
              {hit.deck}, slide {hit.number}
            </dd>
            <dt>Section</dt>
            <dd>{hit.section}</dd>
          </dl>
          <h3>Words on the slide</h3>
          <pre>{slide?.text ?? '…'}</pre>
        </div>
      </div>
    </dialog>
  );
}
