import type { MouseEvent, PointerEvent, RefObject } from 'react';

const OWN_CLICKS = 'a, button, input, select, textarea, label, summary';

/**
 * Makes a link the link of everything around it. In the style sheet a pseudo-element of the link covers its
 * surroundings; only text lies above that, so that it can still be selected. What is clicked there is handed on to the
 * link: with a modifier or the middle button to a new tab, and a right click finds the menu of the link.
 *
 * `onFollow` is told of each time the reader follows it, and whether that is to another tab.
 */
export function useWholeLink(
  link: RefObject<HTMLAnchorElement | null>,
  onFollow: (isElsewhere: boolean) => void,
) {
  const openElsewhere = () => {
    if (!link.current?.href) return;
    window.open(link.current.href, '_blank', 'noopener');
    onFollow(true);
  };
  return {
    ofLink: {
      // What can be dragged cannot be selected.
      draggable: false,
      onClick: (event: MouseEvent<HTMLElement>) => {
        if (hasSelected(event)) event.preventDefault();
        else onFollow(isElsewhere(event));
      },
      onAuxClick: ({ button }: MouseEvent) => {
        if (button === 1) onFollow(true);
      },
    },
    around: {
      onPointerDown: ({ button, currentTarget }: PointerEvent<HTMLElement>) => {
        if (button !== 2 || !getSelection()?.isCollapsed) return;
        // For as long as the browser looks for what was clicked.
        currentTarget.dataset['menu'] = '';
        setTimeout(() => delete currentTarget.dataset['menu'], 500);
      },
      onClick: (event: MouseEvent<HTMLElement>) => {
        if (isSomebodyElses(event) || hasSelected(event)) return;
        if (isElsewhere(event)) openElsewhere();
        else link.current?.click();
      },
      onAuxClick: (event: MouseEvent<HTMLElement>) => {
        if (event.button === 1 && !isSomebodyElses(event)) openElsewhere();
      },
    },
  };
}

type Modifiers = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** For a key that means a link which does not have the focus: to another tab with the modifiers that do so there. */
export function followLink(link: HTMLElement | null | undefined, modifiers: Modifiers): void {
  const { ctrlKey, metaKey, shiftKey } = modifiers;
  const click = { bubbles: true, cancelable: true, view: window, ctrlKey, metaKey, shiftKey };
  link?.dispatchEvent(new window.MouseEvent('click', click));
}

/** Whether the click asks for another tab or window. */
export function isElsewhere({ ctrlKey, metaKey, shiftKey }: Modifiers): boolean {
  return ctrlKey || metaKey || shiftKey;
}

/** A link or a button inside, or one whose click has had its effect. */
function isSomebodyElses({ target, defaultPrevented }: MouseEvent): boolean {
  return defaultPrevented || (target instanceof Element && target.closest(OWN_CLICKS) !== null);
}

/** The click is the end of a selection, and not meant for the link. */
function hasSelected({ detail, currentTarget }: MouseEvent<HTMLElement>): boolean {
  const selection = getSelection();
  if (detail === 0 || !selection || selection.isCollapsed) return false;
  return selection.getRangeAt(0).intersectsNode(currentTarget);
}
