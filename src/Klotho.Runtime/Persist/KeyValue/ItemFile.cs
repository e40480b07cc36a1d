namespace Klotho.Drivers;

/// <summary>An item's file: its key and version, then its value.</summary>
internal static class ItemFile
{
    public static ReadOnlyMemory<byte> Write(KeyValueItem item) => HeadedFile.Write(
        json =>
        {
            json.WriteString("key", item.Key);
            json.WriteString("version", item.Version.Token);
        },
        item.Value);

    public static KeyValueItem Read(ReadOnlyMemory<byte> file)
    {
        var (head, body) = HeadedFile.Read(file);
        return new KeyValueItem(head.Text("key"), body, new EntryVersion(head.Text("version")));
    }
}
