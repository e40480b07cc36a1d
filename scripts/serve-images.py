#!/usr/bin/env python3
"""Serves OCI layouts as a registry does, for reading only: FOLDER/dotnet/aspnet is the repository dotnet/aspnet.

Prints its port when it listens. Enough of the OCI distribution specification for who pulls: manifests by tag or digest, and blobs.
"""
import http.server
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])


class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        asked = re.fullmatch(r"/v2/([a-z0-9/._-]+)/(manifests|blobs)/([A-Za-z0-9:._-]+)", self.path)
        if self.path == "/v2/":
            self.answer(200, "application/json", b"{}")
        elif not asked or ".." in self.path:
            self.answer(404, "application/json", b"{}")
        else:
            self.hand_out(ROOT / asked[1], asked[2], asked[3])

    do_HEAD = do_GET

    def hand_out(self, layout, kind, reference):
        media = "application/octet-stream"
        if kind == "manifests":
            index = json.loads((layout / "index.json").read_text()) if layout.exists() else {"manifests": []}
            for manifest in index["manifests"]:
                if reference in (manifest["digest"], manifest.get("annotations", {}).get("org.opencontainers.image.ref.name")):
                    reference, media = manifest["digest"], manifest["mediaType"]
        blob = layout / "blobs" / reference.replace(":", "/")
        if blob.exists():
            self.answer(200, media, blob.read_bytes(), reference)
        else:
            self.answer(404, "application/json", b"{}")

    def answer(self, status, media, body, digest=None):
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        if digest:
            self.send_header("Docker-Content-Digest", digest)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
print(server.server_address[1], flush=True)
server.serve_forever()
