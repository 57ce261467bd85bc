//! The service as AWS's own clients use it: a server on a free port, and boto3 with its assertions in a script.
//!
//! Skipped with a notice where the Python environment that `make test` makes is not there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use ashiato_objects::Store;
use ashiato_s3::{AccessRequest, Gate, service};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;

/// One key, that may do everything but touch the bucket `forbidden`.
struct OneKey;

#[async_trait::async_trait]
impl Gate for OneKey {
    async fn secret_key(&self, access_key: &str) -> Option<String> {
        (access_key == "AKIDEXAMPLE").then(|| "secret".to_string())
    }

    async fn allows(&self, request: &AccessRequest<'_>) -> bool {
        request.bucket != Some("forbidden")
    }
}

fn python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin/python");
    python.exists().then_some(python)
}

#[tokio::test(flavor = "multi_thread")]
async fn boto3() {
    let Some(python) = python() else {
        eprintln!("skipped: no .venv-test, which `make test` makes");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = Store::open(folder.path(), Arc::new(chrono::Utc::now)).expect("a store");
    let service = service(store, Arc::new(OneKey));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let _ = socket.set_nodelay(true);
            let service = service.clone();
            tokio::spawn(async move {
                let served = Builder::new(TokioExecutor::new()).http1_only();
                let _ = served.serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/boto3_client.py");
    let ran =
        tokio::task::spawn_blocking(move || Command::new(python).arg(script).arg(format!("http://{address}")).output());
    let output = ran.await.expect("it runs").expect("python starts");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    assert!(said.contains("all checks passed"), "{said}");
}
