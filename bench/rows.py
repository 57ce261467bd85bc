"""Answers, brought to one form so that those of different engines can be compared."""
import datetime
import json


def cell(value):
    """A value as text: NULL as nothing, times in ISO 8601, JSON text with its keys sorted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True)
    text = str(value)
    if text.startswith("{"):
        try:
            return json.dumps(json.loads(text), sort_keys=True)
        except ValueError:
            return text
    return text


def comparable(columns, rows, compared=None):
    """The rows, sorted; only the compared columns where the engines select different ones."""
    names = [column.lower() for column in columns]
    if compared:
        places = [names.index(column.lower()) for column in compared]
    else:
        places = range(len(names))
    return sorted([cell(row[place]) for place in places] for row in rows)
