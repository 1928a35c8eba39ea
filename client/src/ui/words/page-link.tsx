import type { ComponentProps } from 'react';
import { useHref, useLinkClickHandler, useLocation, type To } from 'react-router';

type Props = {
  to: To;
  replace?: boolean;
  state?: unknown;
  /** Not one of our pages: the browser goes there. */
  reloadDocument?: boolean;
} & Omit<ComponentProps<'a'>, 'href'>;

/** A link to a page of ours. The router's own comes with all that prefetches and loads data, which no page here has. */
export function PageLink({ to, replace, state, reloadDocument, onClick, ...rest }: Props) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to, {
    state,
    ...(replace !== undefined && { replace }),
    ...(rest.target !== undefined && { target: rest.target }),
  });
  return (
    <a
      {...rest}
      href={useHref(to)}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented && !reloadDocument) follow(event);
      }}
    />
  );
}

/** Says where the reader is: on that page, or on one below it. */
export function PlaceLink(props: Props & { to: string }) {
  const { pathname } = useLocation();
  const isHere = pathname === props.to || pathname.startsWith(`${props.to}/`);
  return <PageLink {...props} aria-current={isHere ? 'page' : undefined} />;
}
