import json, urllib.parse
ACCOUNT, HOME = "111122223333", "eu-north-1"


class Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer here."""

    def redirect_request(self, *about):
        return None


OPENER = urllib.request.build_opener(Stay)


def knock(path, json_body=None, form=None, method="POST", **headers):
    """The status, headers and JSON of an answer at the sign-in. Names of headers are written with underscores."""
    data = None
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if json_body is not None:
        data, headers["Content-Type"] = json.dumps(json_body).encode(), "application/json"
    if form is not None:
        data, headers["Content-Type"] = urllib.parse.urlencode(form).encode(), "application/x-www-form-urlencoded"
    request = urllib.request.Request(ENDPOINT + path, data=data, method=method, headers={"User-Agent": "a browser", **headers})
    try:
        answer = OPENER.open(request)
    except urllib.error.HTTPError as error:
        answer = error
    body = answer.read()
    return answer.status, answer.headers, json.loads(body) if body else None


def sign_in(user, password, account=ACCOUNT, headers={}, **more):
    return knock("/signin", dict(account=account, user=user, password=password, **more), **headers)


def refused(expected, answer):
    """Asserts status and code of a refusal; nobody is given a cookie with one but to take it away."""
    status, headers, told = answer
    assert (status, told["code"]) == expected, (expected, status, told)
    assert headers["Cache-Control"] == "no-store" and "Max-Age=0" in headers.get("Set-Cookie", "Max-Age=0"), dict(headers)
    return told["message"]


def with_session(service, told, **more):
    credentials = told["credentials"]
    return client(service, credentials["accessKeyId"], credentials["secretAccessKey"], credentials["sessionToken"], **more)


iam, s3, sts = client("iam"), client("s3"), client("sts")
WRONG = (401, "AuthenticationFailed")
