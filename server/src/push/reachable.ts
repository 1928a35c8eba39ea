/** SQL, after `from` or `join`: `p`, the browsers and phones whose sessions have not been ended. */
export const reachable = `(select p.* from push_endpoints p left join sessions s on s.id = p.session_id
      where s.revoked_at is null) p`;
