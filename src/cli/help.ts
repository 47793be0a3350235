const text = `matrix-conformance: holds a Matrix homeserver against the specification

  matrix-conformance [run] [suite...] [options]   run the suites: room_state, rooms, directory,
                                                  m.room.create, m.room.member,
                                                  m.room.power_levels
  matrix-conformance regrade RESULT.json [options]
                                                  verdicts again, without a homeserver, from what
                                                  run --report json=RESULT.json recorded
  matrix-conformance proxy --target URL [options] pass the traffic of any other client or suite on to
                                                  a homeserver, and judge a copy of it
  matrix-conformance check FILE... [options]
                                                  judge recorded traffic: a HAR file, or what
                                                  run --report ndjson=FILE wrote
  matrix-conformance doctor --target URL [account options]
                                                  can a run begin, and what has to be changed for it?
  matrix-conformance list [--json]                every scenario: id, level, title, section, rows
  matrix-conformance list --errata                where the documents are not taken at their word
  matrix-conformance examples PATH... [options]   are the examples of documents true? Of OpenAPI 3,
                                                  JSON Schema and Matrix event schemas
  matrix-conformance compare FILE FILE... [options]
                                                  several results side by side; NAME=FILE names one
  matrix-conformance homeserver [--port N] [--mutant ID | --mutants]
                                                  serve the reference homeserver, sound or faulty
  matrix-conformance self-test [--json] [--only PATTERN] [--mutant PATTERN]
                                                  prove that the checker bites; of some scenarios,
                                                  or some mutants, alone
  matrix-conformance --help | --version

Options of run
  --target URL          the homeserver; without it the embedded reference homeserver
  --spec SOURCE         a document, a folder, a URL, or v1.N; without it the project's own documents
  --report FORMAT[=PATH]
                        junit, json, html, terminal, ndjson, tap, ctrf, markdown, github, gitlab
                        or badge; more than one may be given; PATH - is standard output; default
                        junit=reports/junit.xml
  --strict              a SHOULD that is not met fails
  --only PATTERN        only scenarios whose id holds PATTERN; * stands for anything
                        @failed: only what failed or was unclear in the last run;
                        @failed=RESULT.json: in the run of that JSON report
  --shard I/N           only the I-th of N parts
  --shuffle SEED        begin the scenarios in an order that the number SEED decides
  --unsafe              run also what might do harm to a homeserver, such as very deep JSON
  --expectations FILE   what is known to fail, in YAML: it is run, and is no news
  --update-expectations brings that file up to date after the run; not with --shard
  --concurrency N       how many scenarios run at once (default 4)
  --timeout SECONDS     how long one try of a scenario may take, or each room version that it is told
                        in (default 30)
  --wait SECONDS        how long to wait for the homeserver to come up (default 0)
  --rate-limit-wait SECONDS
                        how long the whole run may wait because the homeserver limits its rate
                        (default 600); what is left then ends as inconclusive
  --config FILE         options from a YAML file, by their long names (default
                        matrix-conformance.yaml, where there is one)

Options of regrade
  --spec SOURCE, --strict, --expectations FILE, --report FORMAT[=PATH]
                        as of run; no report is written where none is named

Options of proxy (Ctrl-C ends it, with its reports and exit code)
  --listen HOST:PORT    where it listens (default 127.0.0.1:8009); port 0 picks one, and the URL is
                        printed first
  --max-requests N, --max-time SECONDS
                        it ends by itself
  --spec, --expectations, --update-expectations, --report, --strict, --show-contents
                        as of check

Options of check
  --spec SOURCE, --expectations FILE, --update-expectations, --report FORMAT[=PATH]
                        as of run; ids are those of findings; no report is written where none is named
  --strict              what a client got wrong fails, too
  --prefix PATH         the path that the homeserver lives below, such as /hs
  --show-contents       show what users wrote; tokens, passwords and keys are never shown

Accounts (secrets come from the environment or from a file, never from the command line)
  --accounts WAY        auto (default), open, token, shared-secret, given, password or
                        application-service; auto takes the first that works of those whose means are
                        given, and open where none are
  token                 MATRIX_CONFORMANCE_REGISTRATION_TOKEN or --registration-token-file FILE
  shared-secret         MATRIX_CONFORMANCE_SHARED_SECRET or --shared-secret-file FILE
  given                 MATRIX_CONFORMANCE_ACCESS_TOKENS or --access-tokens-file FILE
                        (one a line, or with commas; three users or more)
  password              MATRIX_CONFORMANCE_PASSWORDS or --passwords-file FILE (user:password lines)
  application-service   MATRIX_CONFORMANCE_AS_TOKEN or --as-token-file FILE, and
                        --as-prefix PREFIX, the localpart prefix of its namespace

Means for more (without them the scenarios that need them are unsupported)
  administrator         MATRIX_CONFORMANCE_ADMIN_TOKEN or --admin-token-file FILE: the access token of
                        an administrator of the homeserver
  application service   the token above, also beside another way of getting users (--accounts open)

Options of examples (PATH is a file, a folder or the URL of a document)
  --report FORMAT[=PATH]
                        json, junit, sarif, github or terminal; PATH - is standard output
  --rule RULE           look also at a rule that is off by default; all for every rule
  --skip-rule RULE      do not look at a rule
  --rules               list the rules
  --baseline FILE       findings that are known are left out
  --update-baseline     write what is found to that file
  --allow-network       documents may refer to http(s) URLs
  --watch               check again whenever a document changes

Options of compare (FILE is what --report json=FILE wrote; shards of one run are given one name)
  --report FORMAT[=PATH]
                        html, markdown, json or terminal; PATH - is standard output
  --names "A,B"         what the files are called, in their order
  --baseline NAME       by which the others are judged: a name, a file, or none; without it the first
                        where all are of the same software, else none, and no regression is judged

Every option of run is also a variable: MATRIX_CONFORMANCE_TARGET, MATRIX_CONFORMANCE_STRICT=true, ...
The command line wins over the environment, and that over the file.

Exit codes
  0 conforms   1 does not   2 cannot say (wrong usage, unreachable, nothing or not all exercised)
  of compare: 0 no regression   1 one or more   2 cannot be compared
  of doctor:   0 a run can begin   2 it cannot
  of examples: 0 nothing is wrong   1 something is   2 something could not be checked
`;

export async function help(): Promise<number> {
  process.stdout.write(text);
  return 0;
}
