"""Runs the functions of the specification's scripts on the documents that a file lists."""

import contextlib
import importlib.util
import io
import json
import os
import sys

scripts, source, target = sys.argv[1:]
sys.path.insert(0, scripts)


def load(name):
    path = os.path.join(scripts, name + ".py")
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    with contextlib.redirect_stdout(io.StringIO()):
        spec.loader.exec_module(module)
    return module


openapi = load("check-openapi-sources")
events = load("check-event-schema-examples")
schemas = load("check-json-schemas")
from jsonschema.exceptions import SchemaError, ValidationError  # noqa: E402


def causes(error):
    """The exceptions at the bottom: theirs are wrapped, and some are lists of others."""
    inner = [argument for argument in error.args if isinstance(argument, Exception)]
    if error.args and isinstance(error.args[0], list):
        inner = error.args[0]
    if isinstance(error, (SchemaError, ValidationError)) or not inner:
        return [error]
    return [cause for one in inner for cause in causes(one)]


def checks(subject):
    if subject["kind"] == "json-schema":
        yield lambda: schemas.check_schema_file(subject["main"])
    elif subject["kind"] == "events":
        folder = os.path.join(subject["path"], "event-schemas")
        schema, examples = os.path.join(folder, "schema"), os.path.join(folder, "examples")
        yield lambda: events.check_example_dir(examples, schema)
        for file in subject["files"]:
            if file.startswith(schema):
                yield lambda file=file: schemas.check_schema_file(file)
    else:
        yield lambda: openapi.check_openapi_file(subject["main"])
        for file in subject["files"]:
            if os.sep + "definitions" + os.sep in file:
                yield lambda file=file: schemas.check_schema_file(file)


def judge(subject):
    result = {"errors": [], "troubles": []}

    def note(error):
        for cause in causes(error):
            wrong = isinstance(cause, (SchemaError, ValidationError))
            text = cause.message if wrong else "%s: %s" % (type(cause).__name__, cause)
            result["errors" if wrong else "troubles"].append(text)

    def check_example_file(*paths):
        try:
            original(*paths)
        except Exception as error:
            note(error)

    # It only prints the reasons, and raises an error that has none.
    original, events.check_example_file = events.check_example_file, check_example_file
    for check in checks(subject):
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                check()
        except Exception as error:
            note(error)
    events.check_example_file = original
    return result


with open(source) as file:
    subjects = json.load(file)
results = [judge(subject) for subject in subjects]
with open(target, "w") as file:
    json.dump(results, file)
