//! The service as AWS's own clients use it: a server on a free port, and boto3 with its assertions in a script.
//!
//! Skipped with a notice where the Python environment that `make test` makes is not there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use ashiato_objects::{Sealing, Store};
use ashiato_s3::{AccessRequest, Gate, OPERATIONS, PolicyFacts, Refusal, WantedKey, service};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;

/// One key, that may do everything but touch the bucket `forbidden`.
struct OneKey;

#[async_trait::async_trait]
impl Gate for OneKey {
    async fn secret_key(&self, access_key: &str) -> Option<String> {
        (access_key == "AKIDEXAMPLE").then(|| "secret".to_string())
    }

    fn note(&self, operation: &'static str, _: Option<&str>) {
        assert!(OPERATIONS.iter().any(|known| known.name == operation), "{operation}");
    }

    async fn decide(&self, request: &AccessRequest<'_>) -> Result<(), Refusal> {
        match request.access_key.is_some() && request.bucket != Some("forbidden") && request.key != Some("kept") {
            true => Ok(()),
            false => Err(Refusal::Denied("Access Denied".into())),
        }
    }

    async fn sealing(&self, wanted: WantedKey<'_>) -> Result<Sealing, Refusal> {
        Err(Refusal::Key("KMS.NotFoundException", format!("Key '{}' does not exist", wanted.kms_key)))
    }

    async fn may_open(&self, _: &Sealing) -> Result<(), Refusal> {
        Ok(())
    }

    fn read_policy(&self, _: &str, policy: &str) -> Result<PolicyFacts, String> {
        match policy.starts_with('{') {
            true => Ok(PolicyFacts { is_public: policy.contains("\"*\"") }),
            false => Err("This policy contains invalid Json".into()),
        }
    }

    fn owner_id(&self) -> String {
        "0123".repeat(16)
    }
}

fn python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin/python");
    python.exists().then_some(python)
}

#[tokio::test(flavor = "multi_thread")]
async fn boto3_with_objects() {
    run("boto3_client.py").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn boto3_with_the_settings_of_buckets() {
    run("boto3_settings.py").await;
}

async fn run(script: &str) {
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
                let service = hyper::service::service_fn(move |request: http::Request<hyper::body::Incoming>| {
                    let service = service.clone();
                    async move { Ok::<_, std::convert::Infallible>(service.answer(request).await) }
                });
                let served = Builder::new(TokioExecutor::new()).http1_only();
                let _ = served.serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(script);
    let ran =
        tokio::task::spawn_blocking(move || Command::new(python).arg(script).arg(format!("http://{address}")).output());
    let output = ran.await.expect("it runs").expect("python starts");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    assert!(said.contains("all checks passed"), "{said}");
}
