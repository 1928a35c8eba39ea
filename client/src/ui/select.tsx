import { HeadlessMantineProvider, Select as MantineSelect, type SelectProps } from '@mantine/core';
import './field.css';
import './select.css';

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

type Props = Omit<SelectProps, 'classNames' | 'unstyled' | 'searchable' | 'comboboxProps'>;

/**
 * One of many, found by typing. The one thing that is left to the component library: its behaviour, without its looks.
 * Its list is drawn beside it, so that it lies within whatever is in front, and only while it is open.
 */
export function Select(props: Props) {
  return (
    <HeadlessMantineProvider>
      <MantineSelect
        {...props}
        classNames={CLASSES}
        searchable
        allowDeselect={false}
        checkIconPosition="right"
        comboboxProps={{ keepMounted: false, withinPortal: false }}
      />
    </HeadlessMantineProvider>
  );
}
