using System.IO;
using System.Threading.Tasks;
using Klotho;

namespace Library;

public static class Decks
{
    public static async Task SaveAsync(IBlobStore decks) => await decks.WriteAsync("a", Stream.Null);
}
