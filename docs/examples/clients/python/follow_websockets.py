"""Follows an inbox over a socket, by Debian's python3-websockets (`pip install websockets`) and no GraphQL library: the
protocol is graphql-transport-ws.

    CARILLON=http://localhost:4000 TOKEN=... python3 follow_websockets.py
"""

import asyncio
import json
import os

import websockets

ADDRESS = os.environ.get("CARILLON", "http://localhost:4000").replace("http", "ws", 1) + "/graphql"
FOLLOW = """subscription ($afterSeq: Int, $epoch: String) {
  inboxChanges(afterSeq: $afterSeq, epoch: $epoch) {
    toSeq epoch counts { unread } upserted { title }
  }
}"""


async def events(query, variables):
    """Each event of a subscription over a socket of its own."""
    async with websockets.connect(ADDRESS, subprotocols=["graphql-transport-ws"]) as socket:

        async def send(message):
            await socket.send(json.dumps(message))

        await send({"type": "connection_init", "payload": {"authorization": f"Bearer {os.environ['TOKEN']}"}})
        async for text in socket:
            message = json.loads(text)
            if message["type"] == "connection_ack":
                payload = {"query": query, "variables": variables}
                await send({"id": "1", "type": "subscribe", "payload": payload})
            elif message["type"] == "ping":
                await send({"type": "pong"})
            elif message["type"] == "next":
                yield message["payload"]["data"]
            elif message["type"] == "error":
                raise RuntimeError(message["payload"][0]["message"])
            elif message["type"] == "complete":
                return


async def main():
    place = {}
    while True:
        try:
            async for event in events(FOLLOW, place):
                delta = event["inboxChanges"]
                # After a reconnect it goes on from here.
                place = {"afterSeq": delta["toSeq"], "epoch": delta["epoch"]}
                titles = [row["title"] for row in delta["upserted"]]
                for title in titles:
                    print("now:", title, flush=True)
                print("unread:", delta["counts"]["unread"], flush=True)
                if "Stop" in titles:
                    return
        except (OSError, websockets.ConnectionClosed) as error:
            if getattr(error, "code", None) == 4403:
                raise  # The token is not taken: get another one.
        await asyncio.sleep(1)


asyncio.run(main())
