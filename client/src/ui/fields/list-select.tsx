import { HeadlessMantineProvider, Select } from '@mantine/core';
import './field.css';
import './list-select.css';
import type { SelectProps } from './select.tsx';

const CLASSES = {
  root: 'field',
  label: 'field-label',
  required: 'field-required',
  description: 'field-note',
  error: 'field-error',
  input: 'field-input',
  wrapper: 'select-wrapper',
  section: 'select-section',
  dropdown: 'select-dropdown',
  options: 'select-options',
  option: 'select-option',
  group: 'select-group',
  groupLabel: 'select-group-label',
  empty: 'select-empty',
};

/**
 * The one thing that is left to the component library: its behaviour, without its looks. Its list is drawn beside it, so
 * that it lies within whatever is in front, and only while it is open; it stays there also when the field cannot be seen.
 */
export function ListSelect({ value, onChange, ...props }: SelectProps) {
  return (
    <HeadlessMantineProvider>
      <Select
        {...props}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        classNames={CLASSES}
        searchable
        allowDeselect={false}
        checkIconPosition="right"
        comboboxProps={{ keepMounted: false, withinPortal: false, hideDetached: false }}
      />
    </HeadlessMantineProvider>
  );
}
