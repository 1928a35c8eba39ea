"""Sends a notification, reads its recipient's inbox page by page, and follows it: Python's standard library is enough.

    CARILLON=http://localhost:4000 SERVICE_TOKEN=... TOKEN=... READER=... python3 standard_library.py
"""

import json
import os
import urllib.request

ENDPOINT = os.environ.get("CARILLON", "http://localhost:4000") + "/graphql"


class Refused(Exception):
    """What the server did not do: `code` is one of the schema's `ErrorCode`."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["extensions"]["code"]


def request(token, query, variables, accept):
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Accept": accept,
    }
    return urllib.request.Request(ENDPOINT, body, headers)


def ask(token, query, variables=None):
    """The data of one answer."""
    asked = request(token, query, variables or {}, "application/json")
    with urllib.request.urlopen(asked, timeout=30) as response:
        answer = json.load(response)
    if "errors" in answer:
        raise Refused(answer["errors"][0])
    return answer["data"]


def follow(token, query, variables=None):
    """Each event of a subscription, as server-sent events bring them."""
    asked = request(token, query, variables or {}, "text/event-stream")
    # Every ten seconds there is a line that says nothing: silence means that nobody is there any more.
    with urllib.request.urlopen(asked, timeout=30) as response:
        for line in response:
            name, _, value = line.decode().rstrip("\r\n").partition(":")
            if name == "event" and value.strip() == "complete":
                return
            if name == "data" and value.strip():
                event = json.loads(value)
                if "errors" in event:
                    raise Refused(event["errors"][0])
                yield event["data"]


service, reader = os.environ["SERVICE_TOKEN"], os.environ["TOKEN"]

SEND = """mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created }
}"""
notification = {
    "recipientId": os.environ["READER"],
    "type": "order_shipped",
    "title": "Your order is on its way",
    "message": "It arrives tomorrow.",
    "idempotencyKey": "order-42-shipped",
}
for time in "once", "again":
    created = ask(service, SEND, {"input": notification})["createNotification"]["created"]
    print(f"{time}:", "sent" if created else "was sent before")
try:
    ask(service, SEND, {"input": {**notification, "message": "It arrives on Monday."}})
except Refused as error:
    print("another text with that key:", error.code)

PAGE = """query ($after: String) {
  inbox { counts { seq epoch } }
  notifications(first: 2, after: $after) {
    edges { node { id title } }
    pageInfo { hasNextPage endCursor }
  }
}"""
page = ask(reader, PAGE)
place = page["inbox"]["counts"]
while True:
    for edge in page["notifications"]["edges"]:
        print(edge["node"]["title"])
    if not page["notifications"]["pageInfo"]["hasNextPage"]:
        break
    page = ask(reader, PAGE, {"after": page["notifications"]["pageInfo"]["endCursor"]})

FOLLOW = """subscription ($afterSeq: Int, $epoch: String) {
  inboxChanges(afterSeq: $afterSeq, epoch: $epoch) { counts { unread } upserted { title } }
}"""
for event in follow(reader, FOLLOW, {"afterSeq": place["seq"], "epoch": place["epoch"]}):
    titles = [row["title"] for row in event["inboxChanges"]["upserted"]]
    for title in titles:
        print("now:", title, flush=True)
    print("unread:", event["inboxChanges"]["counts"]["unread"], flush=True)
    if "Stop" in titles:
        break
