//! PyAthena: its cursors, each reading results in its own way, reflection by its SQLAlchemy dialect, and `to_sql`.

use super::{python, server};
use crate::running::Running;

const CONNECT: &str = "
from pyathena import connect
from pyathena.async_cursor import AsyncCursor
from pyathena.cursor import DictCursor
from pyathena.pandas.cursor import PandasCursor
from pyathena.arrow.cursor import ArrowCursor
keys = dict(aws_access_key_id='AKIDALICE', aws_secret_access_key='secret', region_name='eu-north-1', endpoint_url=ENDPOINT)
os.environ.update(AWS_ENDPOINT_URL=ENDPOINT, AWS_ACCESS_KEY_ID='AKIDALICE', AWS_SECRET_ACCESS_KEY='secret', AWS_DEFAULT_REGION='eu-north-1')
cursor = lambda kind, **more: connect(s3_staging_dir='s3://results/py/', poll_interval=0.01, **keys, **more).cursor(kind)
SQL = \"SELECT * FROM (VALUES (1, 'a,\\\"b\\\"', DATE '2024-01-02'), (2, NULL, NULL), (3, '', NULL)) AS t(n, s, d)\"
";

#[track_caller]
fn passes(server: &Running, script: &str) {
    if let Some(printed) = python(server, &format!("{CONNECT}\n{script}\nprint('passed')")) {
        assert!(printed.ends_with("passed"), "{printed}");
    }
}

#[test]
fn plain_dict_and_async_cursors() {
    let server = server();
    passes(
        &server,
        "import datetime
from pyathena.error import OperationalError
plain = connect(s3_staging_dir='s3://results/py/', poll_interval=0.01, **keys).cursor()
expected = [(1, 'a,\"b\"', datetime.date(2024, 1, 2)), (2, None, None), (3, '', None)]
assert plain.execute(SQL).fetchall() == expected
assert [column[0] for column in plain.description] == ['n', 's', 'd']
assert plain.output_location.endswith('.csv') and plain.data_scanned_in_bytes == 0
rows = cursor(DictCursor).execute(SQL).fetchall()
assert rows[0] == {'n': 1, 's': 'a,\"b\"', 'd': datetime.date(2024, 1, 2)}, rows
assert plain.execute('SELECT x FROM UNNEST(sequence(1, 2001)) AS t(x)').fetchall() == [(n,) for n in range(1, 2002)]
assert plain.execute('SELECT %(a)s AS a', {'a': \"it's\"}).fetchall() == [(\"it's\",)]
assert plain.execute('SELECT ? AS a', ['5'], paramstyle='qmark').fetchall() == [(5,)]
plain.execute('SHOW TABLES')
assert plain.fetchall() == []
try: plain.execute('SELECT * FROM missing')
except OperationalError as error: assert 'TABLE_NOT_FOUND' in str(error)
else: raise AssertionError('no error')
id, future = cursor(AsyncCursor).execute(SQL)
assert future.result().fetchall() == expected
id, future = cursor(AsyncCursor).execute(
    'SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y) CROSS JOIN UNNEST(sequence(1, 10000)) AS c(z)')
asynchronous = cursor(AsyncCursor)
asynchronous.cancel(id).result()
assert future.result().state == 'CANCELLED'
",
    );
}

#[test]
fn frames_from_csv_and_from_unloaded_parquet() {
    let server = server();
    passes(
        &server,
        "frame = cursor(PandasCursor).execute(SQL).as_pandas()
assert frame['n'].tolist() == [1, 2, 3] and frame['s'][0] == 'a,\"b\"', frame
described = cursor(PandasCursor)
described.execute(\"CREATE EXTERNAL TABLE t (a int, b string) LOCATION 's3://results/t/'\")
frame = described.execute('DESCRIBE t').as_pandas()
assert [value.strip() for value in frame['col_name']] == ['a', 'b'], frame
assert cursor(PandasCursor).execute('SHOW TABLES').as_pandas().values.tolist() == [['t']]
unloading = connect(s3_staging_dir='s3://results/py/', poll_interval=0.01, **keys).cursor(PandasCursor, unload=True)
unloading.execute('SELECT x AS n, cast(x AS varchar) AS s FROM UNNEST(sequence(1, 10)) AS t(x)')
frame = unloading.as_pandas()
assert sorted(frame['n'].tolist()) == list(range(1, 11)), frame
",
    );
}

#[test]
fn arrow_tables_from_managed_results() {
    let server = server();
    passes(
        &server,
        "ATHENA.create_work_group(Name='managed', Configuration={'ManagedQueryResultsConfiguration': {'Enabled': True}})
managed = connect(work_group='managed', poll_interval=0.01, **keys).cursor(ArrowCursor)
table = managed.execute(SQL).as_arrow()
# This cursor does not tell NULL from an empty text where it reads pages instead of a file.
assert table.column('n').to_pylist() == [1, 2, 3] and table.column('s').to_pylist() == ['a,\"b\"', '', ''], table
",
    );
}

#[test]
fn frames_become_tables_by_to_sql() {
    let server = server();
    if let Some(printed) = python(&server, include_str!("scripts/to_sql.py")) {
        assert!(printed.ends_with("passed"), "{printed}");
    }
}
