import { getApolloContext } from '@apollo/client/react';
import { createContext, useContext, useLayoutEffect, useRef, type ContextType, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

type HostApollo = ContextType<ReturnType<typeof getApolloContext>>;

/** Where what the host draws comes to stand: in its own page, within our element; and the Apollo client that it has there. */
export const HostElement = createContext<
  { element: HTMLElement; apollo?: HostApollo | undefined } | undefined
>(undefined);

type Props = {
  name: string;
  /** What the host draws; left out: what its page has put into this slot, if anything. */
  own?: ReactNode | Node;
  /** Ours, where there is nothing of the host's. */
  children?: ReactNode;
};

/**
 * A slot of our shadow root, and what the host draws for it outside of that: its own styles apply there, and what it asks goes
 * to its own Apollo client.
 */
export function Slotted({ name, own, children }: Props) {
  const host = useContext(HostElement);
  const Apollo = getApolloContext();
  return (
    <>
      <slot name={name}>{children}</slot>
      {own !== undefined &&
        host &&
        createPortal(
          <div slot={name}>
            {own instanceof Node ? (
              <Put node={own} />
            ) : (
              <Apollo.Provider value={host.apollo ?? {}}>{own}</Apollo.Provider>
            )}
          </div>,
          host.element,
        )}
    </>
  );
}

/** What was made without React. */
function Put({ node }: { node: Node }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(node), [node]);
  return <div ref={place} />;
}
