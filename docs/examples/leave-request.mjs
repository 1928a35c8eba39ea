// A host that knows Carillon by its documented calls alone: it declares a category and a type, asks two instructors the
// same thing, one of them answers by a button, and it is told back. Needs a Carillon with the demo accounts whose
// webhooks may lead to this machine (WEBHOOK_PRIVATE_ADDRESSES=true npm start), a token, and the package
// standardwebhooks:
//
//   TOKEN=$(npm run -s token -- --service leave --scope 'notifications:create catalogue:write webhooks:write')
//   TOKEN=$TOKEN node docs/examples/leave-request.mjs

import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const { TOKEN, CARILLON = 'http://localhost:4000' } = process.env;

/** One request. What was refused is thrown, with its code. */
async function carillon(query, variables = {}, token = TOKEN) {
  const response = await fetch(`${CARILLON}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

// 1. A category stands in everybody's preferences under its title; a type has its words, in each language.
await carillon(
  `mutation ($category: DeclareCategoryInput!, $type: DeclareTypeInput!) {
    declareCategory(input: $category) { name }
    declareType(input: $type) { name }
  }`,
  {
    category: {
      name: 'leave',
      title: [
        { language: 'EN', text: 'Leave' },
        { language: 'DE', text: 'Urlaub' },
      ],
      emailAfterMinutes: 60,
    },
    type: {
      name: 'leave_requested',
      category: 'leave',
      severity: 'HIGH',
      wording: [
        {
          language: 'EN',
          title: '{actor_name} asks for {days, plural, one {a day} other {# days}} off',
          message: '{subject_label}, from {from, date, long}.',
          url: '/leave/{id}',
        },
        {
          language: 'DE',
          title: '{actor_name} bittet um {days, plural, one {einen Tag} other {# Tage}} Urlaub',
          message: '{subject_label}, ab dem {from, date, long}.',
          url: '/leave/{id}',
        },
      ],
    },
  },
);
console.log('declared the category leave and the type leave_requested');

// 2. Where we are told what was answered.
const { webhook, answered } = await listen();
console.log(`registered the webhook ${webhook.url}`);

// 3. Two people are asked the same thing. A repeated call with the same key asks nobody twice.
const id = String(Date.now());
await carillon(
  `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`,
  {
    input: {
      recipientIds: ['instructor', 'instructor2'],
      type: 'leave_requested',
      subject: { type: 'leave', id, label: 'A week in May', url: `/leave/${id}` },
      actor: { id: 'casey', name: 'Casey Morgan' },
      data: { id, days: 5, from: '2027-05-03' },
      actions: [
        { id: 'grant', label: 'Grant', style: 'PRIMARY' },
        { id: 'refuse', label: 'Refuse', style: 'DANGER', asksForComment: true },
      ],
      idempotencyKey: `leave ${id}`,
    },
  },
);
console.log('asked two instructors');

// 4. Usually a person clicks the button; here we do it for one of them.
const { signIn } = await carillon(
  `mutation { signIn(email: "instructor@example.com", password: "carillon") { accessToken } }`,
  {},
  null,
);
const question = await carillon(
  `query ($id: ID!) {
    notifications(first: 1, filter: { subject: { type: "leave", id: $id } }) { edges { node { id title message } } }
  }`,
  { id },
  signIn.accessToken,
);
const [{ node }] = question.notifications.edges;
console.log(`the instructor reads: ${node.title} – ${node.message}`);
await carillon(
  `mutation ($id: ID!) { performAction(id: $id, actionId: "refuse", comment: "Exams are in May") { inbox { id } } }`,
  { id: node.id },
  signIn.accessToken,
);

// 5. And we hear of it, once for all who were asked.
const { data } = await answered;
console.log(`${data.by.name} has done “${data.action.label}” about ${data.subject.type}: ${data.comment}`);
await carillon(`mutation ($id: ID!) { removeWebhook(id: $id) { removedId } }`, { id: webhook.id });
process.exit(0);

/** Registers a webhook at a server of our own. `answered` is the first message that was signed by Carillon. */
async function listen() {
  let verify;
  let tell;
  const answered = new Promise((resolve) => (tell = resolve));
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request);
    try {
      tell(verify(Buffer.concat(chunks), request.headers));
      response.writeHead(204).end();
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/hooks`;
  const { registerWebhook } = await carillon(
    `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id url } secret } }`,
    { input: { url, events: ['NOTIFICATION_ACTED'] } },
  );
  const signed = new Webhook(registerWebhook.secret);
  verify = (body, headers) => signed.verify(body, headers);
  return { ...registerWebhook, answered };
}
