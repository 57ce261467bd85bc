"""Notes what Python's clients do to the server of a test, for the test to hold its records against.

Python runs this before anything else. Each exchange with the server becomes a line of JSON in the file NOTES: what was
signed with which key, for which region and service, and how it was answered. Of a call that botocore makes there is a
second line with the operation and the code of its error. Both name the id of the request."""
import http.client, importlib.abc, importlib.util, json, os, re, subprocess, sys, urllib.parse

OURS = ("NOTES", "NOTES_SERVER", "PYTHONPATH")


def note(**told):
    line = json.dumps(told) + "\n"
    file = os.open(os.environ["NOTES"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line.encode())
    finally:
        os.close(file)


def scope(url, headers):
    """Key, region and service that a request is signed with, by its header or by its query."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)
    stated = headers.get("authorization", "") or "Credential=" + query.get("X-Amz-Credential", [""])[0]
    found = re.search(r"Credential=([^/, ]+)/[^/]*/([^/]*)/([^/]*)/aws4_request", stated)
    return found.groups() if found else (None, None, None)


def watch_exchanges():
    connection = http.client.HTTPConnection
    putrequest, putheader, getresponse = connection.putrequest, connection.putheader, connection.getresponse

    def asked(self, method, url, *rest, **more):
        self._asked = (method, url, {})
        return putrequest(self, method, url, *rest, **more)

    def with_header(self, header, *values):
        texts = [value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in values]
        name = header.decode("latin-1") if isinstance(header, bytes) else header
        self._asked[2][name.lower()] = ", ".join(texts)
        return putheader(self, header, *values)

    def answered(self, *rest, **more):
        method, url, headers = self._asked
        key, region, service = scope(url, headers)
        told = dict(kind="exchange", method=method, path=urllib.parse.urlsplit(url).path, key=key, region=region,
                    service=service, target=headers.get("x-amz-target"))
        is_ours = f"{self.host}:{self.port}" == os.environ["NOTES_SERVER"]
        try:
            response = getresponse(self, *rest, **more)
        except Exception:
            if is_ours:
                note(request_id=None, status=None, **told)
            raise
        if is_ours:
            given = response.headers
            note(request_id=given.get("x-amzn-requestid") or given.get("x-amz-request-id"), status=response.status, **told)
        return response

    connection.putrequest, connection.putheader, connection.getresponse = asked, with_header, answered


def watch_calls(endpoint):
    make_request = endpoint.Endpoint.make_request

    def made(self, operation_model, request_dict):
        answered = make_request(self, operation_model, request_dict)
        if urllib.parse.urlsplit(self.host).netloc == os.environ["NOTES_SERVER"]:
            told = answered[1].get("ResponseMetadata", {})
            note(kind="call", request_id=told.get("RequestId"), operation=operation_model.name,
                 service=operation_model.service_model.signing_name, error=answered[1].get("Error", {}).get("Code"))
        return answered

    endpoint.Endpoint.make_request = made


class OnceImported(importlib.abc.MetaPathFinder):
    """Watches botocore as soon as somebody imports it."""

    def find_spec(self, name, path, target=None):
        if name != "botocore.endpoint":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        execute = spec.loader.exec_module

        def then_watch(module):
            execute(module)
            watch_calls(module)

        spec.loader.exec_module = then_watch
        return spec


def pass_on():
    """Programs that a script starts with an environment of their own are watched too."""
    start = subprocess.Popen.__init__

    def with_ours(self, *rest, env=None, **more):
        if env is not None:
            env = {**{name: os.environ[name] for name in OURS}, **env}
        start(self, *rest, env=env, **more)

    subprocess.Popen.__init__ = with_ours


if "NOTES" in os.environ:
    watch_exchanges()
    sys.meta_path.insert(0, OnceImported())
    pass_on()
