import { useId, type ReactNode } from 'react';
import './segmented-control.css';

type Props<Value extends string> = {
  value: Value;
  data: { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
} & ({ 'aria-label': string } | { 'aria-labelledby': string });

/** One of a few, all of them in view: radio buttons that look like a bar. */
export function SegmentedControl<Value extends string>({ value, data, onChange, ...label }: Props<Value>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" {...label}>
      {data.map((choice) => (
        <label key={choice.value} className="segment">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
