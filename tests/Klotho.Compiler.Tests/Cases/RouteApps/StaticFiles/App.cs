using Microsoft.Extensions.FileProviders;

namespace StaticFilesApp;

/// <summary>What serves files is no endpoint: requests that no endpoint takes get to it.</summary>
public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDirectoryBrowser();
        var app = builder.Build();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseStaticFiles("/assets");
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), RequestPath = "/downloads" });
        app.UseFileServer("/docs");
        app.MapGet("/api/files", () => "list");
        app.MapPut("/api/files/{name}", (string name) => name);
        app.MapFallbackToFile("index.html");
        app.MapFallbackToFile("/admin/{*path:nonfile}", "admin/index.html");
        return app;
    }
}
