import { getApolloContext } from '@apollo/client/react';
import { useCallback, useContext, useMemo, useState, type ComponentProps, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Frame } from './frame.tsx';
import { HostElement } from './slotted.tsx';
import { shadowOf } from './styles.ts';

/** Attributes of the element that stands on the host's page. */
export type HostProps = Omit<ComponentProps<'div'>, 'children' | 'dangerouslySetInnerHTML' | 'ref'>;

type Props = HostProps & {
  /** What is drawn in it. */
  of: 'bell' | 'inbox' | 'preferences' | 'toasts';
  children: ReactNode;
};

/** An element of the host's page, and within, in its shadow, what is ours. On a server it is empty. */
export function Shadow({ of, children, ...host }: Props) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const apollo = useContext(getApolloContext());
  const attach = useCallback((element: HTMLElement | null) => {
    setRoot(element && shadowOf(element));
  }, []);
  const place = useMemo(() => root && { element: root.host as HTMLElement, apollo }, [root, apollo]);
  return (
    <div {...host} ref={attach} data-carillon={of}>
      {root &&
        place &&
        createPortal(
          <HostElement.Provider value={place}>
            <Frame>{children}</Frame>
          </HostElement.Provider>,
          root,
        )}
    </div>
  );
}
