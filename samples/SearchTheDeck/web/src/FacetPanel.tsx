import { useState } from 'react';
import type { FacetName, Filters, SearchPage } from './api';

const titles: [FacetName, string][] = [
  ['startup', 'Startup'],
  ['section', 'Section'],
  ['deck', 'Deck'],
];

const shownAtFirst = 8;

interface Props {
  facets?: SearchPage['facets'];
  filters: Filters;
  onToggle: (facet: FacetName, value: string) => void;
}

export function FacetPanel({ facets, filters, onToggle }: Props) {
  const [expanded, setExpanded] = useState<FacetName[]>([]);
  if (!facets) {
    return null;
  }

  return titles.map(([facet, title]) => {
    const counts = facets[facet];
    const shown = expanded.includes(facet) ? counts : counts.filter(({ value }, index) => index < shownAtFirst || filters[facet].includes(value));
    return (
      <fieldset key={facet} className="facet">
        <legend>{title}</legend>
        {shown.length === 0 && <p className="hint">none</p>}
        {shown.map(({ value, count }) => (
          <label key={value}>
            <input type="checkbox" checked={filters[facet].includes(value)} onChange={() => onToggle(facet, value)} />
            <span className="value">{value}</span>
            <span className="count">{count}</span>
          </label>
        ))}
        {shown.length < counts.length && (
          <button type="button" className="quiet" onClick={() => setExpanded([...expanded, facet])}>
            Show all {counts.length}
          </button>
        )}
      </fieldset>
    );
  });
}
