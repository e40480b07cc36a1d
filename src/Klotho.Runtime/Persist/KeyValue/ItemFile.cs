using System.Globalization;

namespace Klotho.Drivers;

/// <summary>An item's file: its key, its version and, where it ends, when; then its value.</summary>
internal static class ItemFile
{
    private const string Expires = "expires";

    public static ReadOnlyMemory<byte> Write(KeyValueItem item, DateTimeOffset? end) => HeadedFile.Write(
        json =>
        {
            json.WriteString("key", item.Key);
            json.WriteString("version", item.Version.Token);
            if (end is { } then)
            {
                json.WriteString(Expires, then.ToString("O", CultureInfo.InvariantCulture));
            }
        },
        item.Value);

    public static (KeyValueItem Item, DateTimeOffset? End) Read(ReadOnlyMemory<byte> file)
    {
        var (head, body) = HeadedFile.Read(file);
        DateTimeOffset? end = head.Find(Expires) is { } text ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
        return (new KeyValueItem(head.Text("key"), body, new EntryVersion(head.Text("version"))), end);
    }
}
