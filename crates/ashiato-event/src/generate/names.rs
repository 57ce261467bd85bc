//! The names that the made-up company uses: people, applications, machines, programs.

/// Regions, the busiest first. The first is where global services record.
pub(super) const REGIONS: &[&str] = &[
    "us-east-1",
    "us-west-2",
    "eu-west-1",
    "eu-central-1",
    "ap-northeast-1",
    "ap-southeast-2",
    "us-east-2",
    "ap-south-1",
    "ca-central-1",
    "sa-east-1",
    "eu-north-1",
    "us-west-1",
    "ap-southeast-1",
    "eu-west-2",
    "ap-northeast-3",
    "eu-west-3",
];

pub(super) const PEOPLE: &[&str] = &[
    "aiko.tanaka",
    "ben.okafor",
    "chloe.martin",
    "daniel.reyes",
    "elif.kaya",
    "farid.haddad",
    "greta.lindqvist",
    "haruto.sato",
    "ines.costa",
    "jonas.weber",
    "kavya.nair",
    "liam.obrien",
    "mei.chen",
    "nadia.petrova",
    "omar.farouk",
    "priya.shah",
    "quentin.dubois",
    "rosa.jimenez",
    "sota.yamada",
    "tomas.novak",
    "uma.krishnan",
    "victor.hugo",
    "wanjiru.kamau",
    "yusuf.demir",
];

/// Roles, and the applications that hold them.
pub(super) const APPLICATIONS: &[&str] = &[
    "eks-node-group",
    "payments-api-task",
    "orders-worker",
    "AWSServiceRoleForConfig",
    "AWSReservedSSO_AdministratorAccess_5f1c2a7d9e3b4c60",
    "AWSReservedSSO_ReadOnlyAccess_0a9b8c7d6e5f4132",
    "ci-deployer",
    "datalake-ingest",
    "lambda-thumbnailer",
    "lambda-notifier",
    "prometheus-exporter",
    "monitoring-integration",
    "backup-service",
    "ecsTaskExecutionRole",
    "glue-etl",
    "StepFunctionsRunner",
    "security-audit",
    "karpenter-controller",
    "external-dns",
    "cluster-autoscaler",
];

pub(super) const BUCKETS: &[&str] = &["data", "logs", "artifacts", "media", "backup", "exports", "models", "static"];
pub(super) const STAGES: &[&str] = &["prod", "staging", "dev", "shared"];
pub(super) const TABLES: &[&str] = &["orders", "sessions", "terraform-locks", "inventory", "events", "carts"];
pub(super) const FUNCTIONS: &[&str] = &["thumbnailer", "notifier", "ingest", "authorizer", "webhook", "reconcile"];

/// What objects are called. The second half of a name is a number.
pub(super) const OBJECTS: &[&str] = &[
    "raw/events/part-",
    "exports/customers/",
    "images/products/",
    "logs/alb/",
    "backups/db/snapshot-",
    "models/ranker/v",
    "写真/商品/",
    "invoices/2024/Rechnung-für-",
    "tmp/upload-",
    "checkpoints/offset-",
];

pub(super) const SERVICES: &[&str] = &[
    "lambda.amazonaws.com",
    "ec2.amazonaws.com",
    "config.amazonaws.com",
    "autoscaling.amazonaws.com",
    "ecs-tasks.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "elasticloadbalancing.amazonaws.com",
    "delivery.logs.amazonaws.com",
    "backup.amazonaws.com",
    "guardduty.amazonaws.com",
    "eks.amazonaws.com",
    "resource-explorer-2.amazonaws.com",
];

/// The browser of those who use the console.
pub(super) const BROWSER: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36";

/// Programs that call with keys.
pub(super) const AGENTS: &[&str] = &[
    "Boto3/1.34.84 md/Botocore#1.34.84 ua/2.0 os/linux#5.10.215-203.850.amzn2.x86_64 md/arch#x86_64 lang/python#3.11.9 exec-env/AWS_Lambda_python3.11 Botocore/1.34.84",
    "aws-sdk-go-v2/1.26.1 os/linux lang/go#1.22.2 md/GOOS#linux md/GOARCH#amd64 api/sts#1.28.6",
    "aws-cli/2.15.40 Python/3.11.8 Linux/6.1.84-99.169.amzn2023.x86_64 exe/x86_64.amzn.2023 prompt/off command/ec2.describe-instances",
    "aws-sdk-java/1.12.699 Linux/5.10.214-202.855.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/17.0.10+8-LTS java/17.0.10 vendor/Amazon.com_Inc. cfg/retry-mode/standard",
    "APN/1.0 HashiCorp/1.0 Terraform/1.8.1 (+https://www.terraform.io) terraform-provider-aws/5.45.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.26.1 os/linux lang/go#1.21.8 md/GOOS#linux md/GOARCH#amd64 api/iam#1.32.0",
    "[aws-sdk-java/2.25.27 Linux/5.10.213-201.855.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/21.0.2+14-LTS Java/21.0.2 vendor/Amazon.com_Inc. io/sync http/Apache cfg/retry-mode/standard]",
    "aws-sdk-js/3.556.0 ua/2.0 os/linux#5.10.213-220.855.amzn2.x86_64 lang/js md/nodejs#20.11.1 api/dynamodb#3.556.0 exec-env/AWS_Lambda_nodejs20.x",
    "kube-controller-manager/v1.29.3 (linux/amd64) kubernetes/6813625 aws-sdk-go/1.44.241 (go1.21.8; linux; amd64)",
    "amazon-ssm-agent/3.3.131.0 aws-sdk-go/1.51.6 (go1.21.9; linux; amd64)",
];
