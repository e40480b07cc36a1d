using Klotho;

[assembly: Expose("shop-api")]
[assembly: StaticUnit("shop-web", "web/dist", IndexDocument = "index.html", BuildCommand = "npm ci && npm run \"build\"", BuildDirectory = "web")]
[assembly: StaticUnit("manual", "manual")]
[assembly: EmbedAssets("models", "models")]
