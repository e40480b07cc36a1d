using System.Text.Json;

namespace Klotho.Emit.Schema;

/// <summary>A JSON data file that is part of this assembly.</summary>
internal static class EmbeddedDocument
{
    public static JsonDocument Read(string name)
    {
        using var stream = typeof(EmbeddedDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is not part of this assembly.");
        return JsonDocument.Parse(stream);
    }
}
