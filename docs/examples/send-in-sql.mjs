// A host that shares nothing with Carillon but its PostgreSQL: an order is shipped and its buyer told of it in one
// transaction. Needs the package pg, and DATABASE_URL of a role of its own, for which Carillon was told a service:
//
//   npm run sql-sender -- shop shop
//   DATABASE_URL=postgres://shop@localhost/app node docs/examples/send-in-sql.mjs
//
// The table orders is here to see that they go together; the role needs the right to make temporary tables.

import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query(
  `create temporary table orders (id int primary key, buyer text, status text default 'paid')`,
);
await client.query(`insert into orders values (1, 'kim'), (2, 'lee')`);

/** All of it, or nothing. */
async function ship(order, carrier) {
  await client.query('begin');
  try {
    const { rows } = await client.query(
      `update orders set status = 'shipped' where id = $1 and status = 'paid' returning buyer`,
      [order],
    );
    await client.query(
      `select carillon.notify($1, 'order_shipped', title => $2, message => $3, subject => $4, key => $5)`,
      [
        rows[0].buyer,
        `Order ${order} is on its way`,
        `With ${carrier}.`,
        { type: 'order', id: String(order), url: `/orders/${order}` },
        `order ${order} shipped`,
      ],
    );
    await client.query('commit');
    console.log(`order ${order} is shipped, and ${rows[0].buyer} hears of it`);
  } catch (error) {
    await client.query('rollback');
    console.log(`order ${order} is not shipped: ${error.message} (${error.code}, ${error.column})`);
  }
}

await ship(1, 'the night train');
await ship(2, 'x'.repeat(4_000)); // which a message cannot hold
await client.end();
