import {
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { PageLink } from '../router.ts';
import { itemOf } from './menu-keys.ts';
import { useEffectEvent } from '../use-effect-event.ts';
import './menu.css';
import './popover.css';

type Props = {
  /** Of the button that opens it. */
  label: string;
  button: ReactNode;
  /** Stands above the choices, and names them. */
  heading: ReactNode;
  /** `MenuItem`s and `MenuLink`s. */
  children: ReactNode;
};

/** A menu button and its menu, with the keys that ARIA's patterns give them; only what can be chosen is in the menu. */
export function Menu({ label, button, heading, children }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const items = () => [...(place.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useEffect(() => {
    if (isOpen) items()[0]?.focus();
  }, [isOpen]);
  const onPress = useEffectEvent((event: Event) => {
    if (!place.current?.contains(event.target as Node)) setOpen(false);
  });
  const giveBack = () => {
    opener.current?.focus();
    setOpen(false);
  };
  const onChoose = (event: MouseEvent) => {
    // What leads elsewhere takes the focus along; what opens something gives it back to where it was.
    if (event.target instanceof Element && !event.target.closest('a')) opener.current?.focus();
    setOpen(false);
  };
  // Wherever the focus is: a press on the heading takes it out of the menu.
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) giveBack();
  });
  useEffect(() => {
    if (!isOpen) return;
    const closing = new AbortController();
    const { signal } = closing;
    document.addEventListener('keydown', (event) => onEscape(event), { signal });
    document.addEventListener('pointerdown', (event) => onPress(event), { signal });
    return () => closing.abort();
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (!isOpen) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      setOpen(true);
    } else if (key === 'Escape') {
      giveBack();
    } else if (key === 'Tab') {
      // The menu goes, and Tab goes on from its button.
      return giveBack();
    } else {
      const target = itemOf(key, items());
      if (!target) return;
      target.focus();
    }
    event.preventDefault();
  };

  return (
    <div ref={place} className="popover-place" onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        className="menu-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div className="popover menu">
          <div className="menu-heading" id={id}>
            {heading}
          </div>
          <div role="menu" aria-labelledby={id} onClick={onChoose}>
            {children}
          </div>
        </div>
      )}
    </div>
  );
}

export function MenuItem(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className="menu-item" role="menuitem" tabIndex={-1} />;
}

export function MenuLink(props: ComponentProps<typeof PageLink>) {
  return <PageLink {...props} className="menu-item" role="menuitem" tabIndex={-1} />;
}
