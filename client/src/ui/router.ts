// The router of our own pages, for what is drawn on a host's pages too: there, another file stands in the place of this
// one (client/packages/react/src/host-router.tsx), and the host's router in the place of ours.
export { useLocation, useNavigate } from 'react-router';
export { PageLink } from './words/page-link.tsx';
