namespace Klotho.Drivers;

/// <summary>What stands in the file that makes a blob exist: its description and the name of the file with its content.</summary>
internal sealed record BlobFile(BlobInfo Info, string Content)
{
    public ReadOnlyMemory<byte> Write() => HeadedFile.Write(
        json =>
        {
            json.WriteString("path", Info.Path);
            json.WriteNumber("length", Info.Length);
            json.WriteString("contentType", Info.ContentType);
            json.WriteString("tag", Info.Tag);
            json.WriteString("content", Content);
        },
        ReadOnlyMemory<byte>.Empty);

    public static BlobFile Read(ReadOnlyMemory<byte> file)
    {
        var (head, _) = HeadedFile.Read(file);
        var info = new BlobInfo(head.Text("path"), head.GetProperty("length").GetInt64(), head.Text("contentType"), head.Text("tag"));
        return new BlobFile(info, head.Text("content"));
    }
}
