namespace Klotho.Emit.Capabilities.StaticUnit;

/// <summary>How the web server serves the files: what has no file is a page of the index document, where there is one.</summary>
internal static class WebServerFiles
{
    public static string Settings(string? index) => $$"""
        server {
            listen 8080;
            root /usr/share/nginx/html;
            {{(index is null ? "# No index document." : $"index {index};")}}
            server_tokens off;
            add_header X-Content-Type-Options nosniff always;
            add_header X-Frame-Options SAMEORIGIN always;
            add_header Referrer-Policy strict-origin-when-cross-origin always;
            add_header Strict-Transport-Security "max-age=31536000" always;
            location = {{HealthCheck.Path}} {
                access_log off;
                return 200;
            }
            location / {
                try_files $uri {{(index is null ? "" : $"/{index} ")}}=404;
            }
        }

        """.ReplaceLineEndings("\n");
}
