//! The engine from a statement to its rows, over real files in temporary folders.

mod engine {
    mod coverage;
    mod formats;
    mod history;
    mod local_locations;
    mod memory;
    mod pruning;
    mod real_data;
    mod seeds;
    mod slt;
    mod statements;
    mod writing;

    use ashiato_engine::{Coverage, Session, SessionOptions};
    use ashiato_sql::display::Formatter;
    use futures::StreamExt;

    /// Runs a script; the rows of its last statement as text (`NULL` for NULL), and what was read.
    pub(crate) fn run(options: SessionOptions, sql: &str) -> (Vec<Vec<String>>, Coverage) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
        runtime.block_on(async {
            let session = Session::open(options).expect("a session");
            let rows = rows(&session, sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
            (rows, session.coverage().await)
        })
    }

    /// The rows of a script's last statement, as text.
    pub(crate) async fn rows(session: &Session, sql: &str) -> Result<Vec<Vec<String>>, ashiato_engine::Error> {
        let mut rows = Vec::new();
        for parsed in session.parse(sql)? {
            rows.clear();
            let mut answer = session.run(&parsed).await?;
            while let Some(batch) = answer.stream.next().await {
                let batch = batch.map_err(ashiato_engine::failure::of_execution)?;
                let columns: Vec<Formatter> = batch
                    .columns()
                    .iter()
                    .map(|column| Formatter::try_new(column).expect("every type of an answer prints"))
                    .collect();
                for row in 0..batch.num_rows() {
                    let cell = |column: &Formatter| column.text(row).unwrap_or_else(|| "NULL".to_string());
                    rows.push(columns.iter().map(cell).collect());
                }
            }
        }
        Ok(rows)
    }
}
